using System.Text.Json;
using Hub.Core.Territories;
using Hub.Tests.Support;

namespace Hub.Tests.Territories;

public sealed class RegionTests
{
    [Theory]
    [InlineData("bretagne", "en Bretagne", "de Bretagne")]
    [InlineData("occitanie", "en Occitanie", "d’Occitanie")]
    [InlineData("ile-de-france", "en Île-de-France", "d’Île-de-France")]
    [InlineData("grand-est", "dans le Grand Est", "du Grand Est")]
    [InlineData("hauts-de-france", "dans les Hauts-de-France", "des Hauts-de-France")]
    [InlineData("pays-de-la-loire", "dans les Pays de la Loire", "des Pays de la Loire")]
    [InlineData("centre-val-de-loire", "en Centre-Val de Loire", "du Centre-Val de Loire")]
    [InlineData("la-reunion", "à La Réunion", "de La Réunion")]
    [InlineData("mayotte", "à Mayotte", "de Mayotte")]
    [InlineData("martinique", "en Martinique", "de la Martinique")]
    [InlineData("nouvelle-aquitaine", "en Nouvelle-Aquitaine", "de la Nouvelle-Aquitaine")]
    [InlineData("provence-alpes-cote-d-azur", "en Provence-Alpes-Côte d’Azur", "de Provence-Alpes-Côte d’Azur")]
    public void A_name_joins_a_sentence_as_French_has_it(string slug, string within, string of)
    {
        var region = Region.FindBySlug(slug)!;

        Assert.Equal((within, of), (region.In, region.Of));
    }

    [Fact]
    public void Codes_names_and_articles_are_those_of_Insee()
    {
        using var data = JsonDocument.Parse(File.ReadAllBytes(Repository.File("node_modules/@etalab/decoupage-administratif/data/regions.json")));
        var regions = data.RootElement.EnumerateArray().Where(r => r.GetProperty("zone").GetString() != "com")
            .Select(r => (r.GetProperty("code").GetString()!, r.GetProperty("nom").GetString()!.Replace('\'', '’'), (Article)r.GetProperty("typeLiaison").GetInt32()));

        Assert.Equal(regions.Order(), Region.All.Select(r => (r.Code, r.Name, r.Article)).Order());
        Assert.Equal(18, Region.All.Select(r => r.Slug).Distinct().Count());
    }
}
