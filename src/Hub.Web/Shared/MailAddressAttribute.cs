using System.ComponentModel.DataAnnotations;
using Hub.Core.Notifications;

namespace Hub.Web.Shared;

/// <summary>An address that a mail of ours can reach; blanks around it do not count.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class MailAddressAttribute : ValidationAttribute
{
    public override bool IsValid(object? value) => value is not string address || MailAddresses.ToHeader(address.Trim()) is not null;
}
