using Hub.Core.Notifications;

namespace Hub.Tests.Notifications;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("prenom.nom@mairie.example", "prenom.nom@mairie.example")]
    [InlineData("o'neil+hub@mairie.example", "o'neil+hub@mairie.example")]
    [InlineData("accueil@mairie-évreux.example", "accueil@xn--mairie-vreux-heb.example")]
    public void An_address_a_mail_can_reach_is_taken(string address, string inHeader) =>
        Assert.Equal(inHeader, MailAddresses.ToHeader(address));

    [Theory]
    [InlineData("élodie@x.example")]
    [InlineData("\"a b\"@x.example")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("d@x..example")]
    [InlineData("d@example")]
    [InlineData("@x.example")]
    [InlineData("sans-arobase")]
    [InlineData("m\u0001b@x.example")]
    [InlineData("a@b@x.example\r\nBcc: c@x.example")]
    [InlineData("a@-x.example\n")]
    public void An_address_no_mail_can_reach_is_refused(string address) => Assert.Null(MailAddresses.ToHeader(address));

    [Fact]
    public void Parts_longer_than_mail_allows_are_refused()
    {
        Assert.Null(MailAddresses.ToHeader(new string('l', 65) + "@x.example"));
        Assert.Null(MailAddresses.ToHeader("d@" + new string('y', 64) + ".example"));
        Assert.NotNull(MailAddresses.ToHeader(new string('l', 64) + "@x.example"));
    }
}
