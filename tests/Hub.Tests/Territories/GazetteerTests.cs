using Hub.Core.Registrations;
using Hub.Core.Territories;

namespace Hub.Tests.Territories;

public sealed class GazetteerTests
{
    private static Gazetteer France => Gazetteer.France;

    [Theory]
    [InlineData("Vannes", "commune:56260")]
    [InlineData("vannes", "commune:56260")]
    [InlineData("  VANNES ", "commune:56260")]
    [InlineData("Besancon", "commune:25056")]
    [InlineData("l'hay les roses", "commune:94038")]
    [InlineData("L’Haÿ-les-Roses", "commune:94038")]
    [InlineData("st malo", "commune:35288")]
    [InlineData("Saint-Malo", "commune:35288")]
    [InlineData("ste menehould", "commune:51507")]
    [InlineData("vandoeuvre les nancy", "commune:54547")]
    [InlineData("Vandœuvre-lès-Nancy", "commune:54547")]
    [InlineData("Rochelle", "commune:17300")]
    [InlineData("la roche sur yon", "commune:85191")]
    [InlineData("colombes bois", "commune:92009")]
    [InlineData("golfe du morbihan", "epci:200067932")]
    [InlineData("CA Golfe du Morbihan - Vannes Agglomération", "epci:200067932")]
    [InlineData("communauté d'agglomération de la rochelle", "epci:241700434")]
    [InlineData("Nantes Métropole", "epci:244400404")]
    [InlineData("Plaine Commune", "ept:200057867")]
    [InlineData("Morbihan", "departement:56")]
    [InlineData("conseil départemental du Morbihan", "departement:56")]
    [InlineData("Bretagne", "region:53")]
    [InlineData("Région Bretagne", "region:53")]
    [InlineData("Mairie de Vannes", "commune:56260")]
    [InlineData("ville de La Rochelle", "commune:17300")]
    [InlineData("Polynésie française", "collectivite:987")]
    [InlineData("y", "commune:80829")]
    public void The_best_fit_for_a_name_comes_first(string typed, string code) => Assert.Equal(code, France.Search(typed, 5)[0].Code);

    [Theory]
    [InlineData("56000", "commune:56260")]
    [InlineData("56 000", "commune:56260")]
    [InlineData("97600", "commune:97611")]
    [InlineData("215602608", "commune:56260")]
    [InlineData("215 602 608", "commune:56260")]
    [InlineData("21560260800012", "commune:56260")]
    [InlineData("200067932", "epci:200067932")]
    [InlineData("200057867", "ept:200057867")]
    [InlineData("2A004", "commune:2A004")]
    [InlineData("2a004", "commune:2A004")]
    [InlineData("56", "departement:56")]
    [InlineData("2B", "departement:2B")]
    [InlineData("987", "collectivite:987")]
    public void A_code_finds_its_territory(string typed, string code) => Assert.Equal(code, France.Search(typed, 5)[0].Code);

    [Fact]
    public void A_postal_code_that_several_share_gives_the_biggest_first_and_a_part_of_it_all_that_begin_so()
    {
        var shared = France.Search("01400", 20);
        var beginning = France.Search("5600", 20);

        Assert.True(shared.Count > 1);
        Assert.Equal(shared.OrderByDescending(t => t.Population), shared);
        Assert.Contains("commune:56260", beginning.Select(t => t.Code));
        Assert.All(beginning, t => Assert.Contains("5600", France.FindMunicipality(t.Id)!.PostalCodes.First(c => c.StartsWith("5600", StringComparison.Ordinal)), StringComparison.Ordinal));
    }

    [Fact]
    public void A_number_that_is_one_place_s_postal_code_and_another_s_INSEE_code_finds_both()
    {
        var match = France.Match("56260", 8);

        Assert.Null(match.Certain);
        Assert.Contains("commune:56107", match.Candidates.Select(t => t.Code));
        Assert.Contains("commune:56260", match.Candidates.Select(t => t.Code));
    }

    [Fact]
    public void Twelve_places_of_one_name_are_told_apart_by_where_they_lie()
    {
        var match = France.Match("sainte-colombe", 12);

        Assert.Null(match.Certain);
        Assert.All(match.Candidates, t => Assert.Equal("Sainte-Colombe", t.Name));
        Assert.Equal(12, match.Candidates.Select(t => t.Within).Distinct().Count());
        Assert.Equal("commune:17319", France.Match("Sainte-Colombe 17", 12).Certain?.Code);
        Assert.Equal("commune:69189", France.Match("sainte colombe 69560", 12).Certain?.Code);
    }

    [Fact]
    public void A_name_that_only_one_place_has_is_certain_and_one_that_begins_others_too()
    {
        Assert.Equal("commune:56260", France.Match("Vannes", 8).Certain?.Code);
        Assert.Null(France.Match("vann", 8).Certain);
        Assert.Null(France.Match("56", 8).Certain);
        Assert.Null(France.Match("rochelle", 1).Certain);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("zzzz")]
    [InlineData("- ' /")]
    [InlineData("999999999")]
    [InlineData("00")]
    [InlineData("2A999")]
    [InlineData("1234567")]
    [InlineData("123456789012345678901234567890")]
    [InlineData("\ud800 \udfff \ufffe \0")]
    public void What_is_nowhere_finds_nothing(string? typed) => Assert.Empty(France.Search(typed, 10));

    [Fact]
    public void Endless_text_is_cut_rather_than_searched()
    {
        Assert.Empty(France.Search(new string('a', 1_000_000), 10));
        Assert.Equal(3, France.Search("saint", 3).Count);
    }

    [Fact]
    public void Villages_that_died_for_France_have_nobody_and_places_nobody_counts_have_no_figure()
    {
        Assert.All((string[])["55039", "55050", "55139", "55189", "55239", "55307"], code => Assert.Equal(0, France.FindMunicipality(code)?.Population));
        Assert.Null(France.Find("collectivite:989")!.Population);
        Assert.Equal(3_449_370, France.Find("region:53")!.Population);
    }

    [Fact]
    public void Four_islands_belong_to_no_intermunicipal_body()
    {
        Assert.All((string[])["22016", "29083", "29155", "85113"], code => Assert.Null(France.FindMunicipality(code)!.IntermunicipalSiren));
        Assert.Equal("200067932", France.FindMunicipality("56260")!.IntermunicipalSiren);
        Assert.Equal(["56"], France.FindIntermunicipal("200067932")!.DepartmentCodes);
    }

    [Fact]
    public void Overseas_municipalities_have_no_SIREN()
    {
        Assert.Null(France.FindMunicipality("98735")!.Siren);
        Assert.Equal("Polynésie française (987)", France.Find("commune:98735")!.Within);
    }

    [Theory]
    [InlineData("commune:56260", "Vannes", "Morbihan (56)", 55_790)]
    [InlineData("epci:200067932", "Communauté d’agglomération Golfe du Morbihan – Vannes Agglomération", "Morbihan (56)", 177_719)]
    [InlineData("departement:974", "La Réunion", "La Réunion", null)]
    [InlineData("region:04", "La Réunion", null, null)]
    public void A_stored_code_is_found_again(string code, string name, string? within, int? population)
    {
        var territory = France.Find(code)!;

        Assert.Equal((code, name, within), (territory.Code, territory.Name, territory.Within));
        Assert.Equal(population ?? territory.Population, territory.Population);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("commune:")]
    [InlineData("commune:99999")]
    [InlineData("commune:56260:x")]
    [InlineData("region:975")]
    [InlineData("planete:1")]
    public void A_code_of_nothing_finds_nothing(string? code) => Assert.Null(France.Find(code));

    [Fact]
    public void All_of_the_data_is_there()
    {
        Assert.Equal(101, France.Departments.Count);
        Assert.Equal(34_969 + 1_255 + 11 + 101 + 8 + 18, France.Count);
        Assert.All(France.Departments, d => Assert.True(d.Municipalities > 0));
        Assert.Equal(1_255, France.Departments.Sum(d => d.Intermunicipal));
    }

    [Fact]
    public void Every_code_fits_its_column()
    {
        var all = "aeiouy".SelectMany(letter => France.Search($"{letter}", France.Count)).DistinctBy(t => t.Code).ToList();

        Assert.Equal(France.Count, all.Count);
        Assert.All(all, t => Assert.True(t.Code.Length <= Attendee.TerritoryLength));
        Assert.All(all, t => Assert.Equal(t, France.Find(t.Code)));
    }

    [Fact]
    public async Task Many_may_search_at_once() =>
        Assert.All(await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => France.Search("saint", 5)))), found => Assert.Equal(France.Search("saint", 5), found));
}
