using Hub.Core.Languages;

namespace Hub.Tests.Languages;

public sealed class TypographyTests
{
    [Theory]
    [InlineData("l'accueil", "l\u2019accueil")]
    [InlineData("Prêts ?", "Prêts\u202F?")]
    [InlineData("Salle : A ; B !", "Salle\u00A0: A\u202F; B\u202F!")]
    [InlineData("« oui »", "«\u00A0oui\u00A0»")]
    [InlineData("à 9h30", "à 9\u00A0h\u00A030")]
    [InlineData("dès 9 h", "dès 9\u00A0h")]
    [InlineData("1 312 places", "1\u202F312 places")]
    [InlineData("79 % le 18 mars...", "79\u00A0% le 18\u00A0mars…")]
    [InlineData("n° 4", "n°\u00A04")]
    public void What_people_type_is_set_as_in_print(string typed, string shown) => Assert.Equal(shown, Typography.French(typed));

    [Theory]
    [InlineData("https://mairie.example/l'avis?a=1...")]
    [InlineData("o'brien...x@mairie.example")]
    [InlineData("www.mairie.example/l'avis")]
    public void Addresses_stay_as_they_are(string address) => Assert.Equal($"l\u2019adresse {address}", Typography.French($"l'adresse {address}"));

    [Fact]
    public void No_space_is_added_where_none_was() => Assert.Equal("Ratio 3:4, vraiment?", Typography.French("Ratio 3:4, vraiment?"));

    [Fact]
    public void Setting_twice_changes_nothing()
    {
        var once = Typography.French("L'atelier : « prêts ? » à 9h30, 1 200 € !");

        Assert.Equal(once, Typography.French(once));
    }
}
