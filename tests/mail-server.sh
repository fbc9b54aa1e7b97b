#!/usr/bin/env bash
# mail-server.sh start|stop FOLDER TLSPORT STARTTLSPORT EXPIREDPORT IMAPPORT: Debian's postfix and dovecot on the
# loopback, for tests, with settings and a queue of their own. FOLDER holds certificate.pem and expired.pem, each with its
# key before it; the latter is shown at EXPIREDPORT. One person has an account: hub, password un-mot-de-passe. Mail to
# anybody of exemple.test lands in that person's mailbox, but for refused@exemple.test (550) and busy@exemple.test (451).
# Both programs want to be started by root.
set -euo pipefail
action=$1 folder=$2
case $action in
start)
    tls=$3 starttls=$4 expired=$5 imap=$6
    mkdir -p "$folder"/{etc,queue,data,run,mail}
    chmod 755 "$folder"
    chown postfix "$folder/data"
    chown mail: "$folder/mail"
    cat > "$folder/etc/dovecot.conf" << END
base_dir = $folder/run
state_dir = $folder/run/state
instance_name = $(basename "$folder")
log_path = $folder/dovecot.log
protocols = imap lmtp
listen = 127.0.0.1
ssl = required
ssl_cert = <$folder/certificate.pem
ssl_key = <$folder/certificate.pem
mail_location = maildir:$folder/mail/%n
mail_uid = mail
mail_gid = mail
first_valid_uid = 1
auth_mechanisms = plain login
auth_failure_delay = 0 secs
passdb {
  driver = static
  args = user=hub password={PLAIN}un-mot-de-passe
}
userdb {
  driver = static
  args = uid=mail gid=mail home=$folder/mail/%n allow_all_users=yes
}
service imap-login {
  inet_listener imap {
    port = 0
  }
  inet_listener imaps {
    port = $imap
  }
}
service lmtp {
  unix_listener lmtp {
    mode = 0666
  }
}
service auth {
  unix_listener auth-smtp {
    mode = 0666
  }
}
END
    cat > "$folder/etc/main.cf" << END
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = $folder/postfix.log
maillog_file_prefixes = $folder
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = localhost
mydestination =
mynetworks =
alias_maps =
local_recipient_maps =
virtual_mailbox_domains = exemple.test
virtual_mailbox_maps = inline:{ { @exemple.test = all } }
virtual_alias_maps = inline:{ { @exemple.test = hub@exemple.test } }
virtual_transport = lmtp:unix:$folder/run/lmtp
smtpd_tls_chain_files = $folder/certificate.pem
smtpd_tls_security_level = encrypt
smtpd_tls_auth_only = yes
smtpd_sasl_auth_enable = yes
smtpd_sasl_type = dovecot
smtpd_sasl_path = $folder/run/auth-smtp
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_recipient_restrictions = check_recipient_access inline:{ { refused@exemple.test = 550 5.1.1 No such person }, { busy@exemple.test = 451 4.2.2 Mailbox full } }, permit_sasl_authenticated, reject
smtpd_delay_reject = no
smtpd_peername_lookup = no
disable_dns_lookups = yes
smtpd_error_sleep_time = 0s
END
    cat > "$folder/etc/master.cf" << END
127.0.0.1:$tls inet n - n - - smtpd -o smtpd_tls_wrappermode=yes
127.0.0.1:$starttls inet n - n - - smtpd
127.0.0.1:$expired inet n - n - - smtpd -o smtpd_tls_chain_files=$folder/expired.pem
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
lmtp unix - - n - - lmtp
discard unix - - n - - discard
anvil unix - - n - 1 anvil
scache unix - - n - 1 scache
proxymap unix - - n - - proxymap
postlog unix-dgram n - n - 1 postlogd
END
    dovecot -c "$folder/etc/dovecot.conf"
    postfix -c "$folder/etc" start 2> "$folder/start.log" || { cat "$folder/start.log" >&2; exit 1; }
    ;;
stop)
    postfix -c "$folder/etc" abort 2> /dev/null || true
    doveadm -c "$folder/etc/dovecot.conf" stop || true
    rm -rf "$folder"
    ;;
esac
