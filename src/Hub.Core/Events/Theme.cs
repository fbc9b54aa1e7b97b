namespace Hub.Core.Events;

/// <summary>What days are about. An administrator words them; the six first come with the hub.</summary>
public sealed class Theme(string code, string name, string englishName, Tone tone, int position)
{
    public const int CodeLength = 40;
    public const int NameLength = 60;

    public const string Data = "data";
    public const string Cybersecurity = "cybersecurity";
    public const string ArtificialIntelligence = "artificial-intelligence";
    public const string Inclusion = "inclusion";
    public const string Sustainability = "sustainability";
    public const string Connectivity = "connectivity";

    /// <summary>Its name in addresses and open data; never changes.</summary>
    public string Code { get; private init; } = code;

    /// <summary>In French.</summary>
    public string Name { get; private set; } = name;

    public string EnglishName { get; private set; } = englishName;

    public Tone Tone { get; private set; } = tone;

    /// <summary>Order in lists.</summary>
    public int Position { get; private set; } = position;

    /// <summary>No new day may take it; those that have it keep it.</summary>
    public bool IsRetired { get; private set; }

    /// <summary>In the reader's language.</summary>
    public string Spoken => Languages.Spoken.English ? EnglishName : Name;

    public void Revise(string name, string englishName, Tone tone, bool isRetired) =>
        (Name, EnglishName, Tone, IsRetired) = (name, englishName, tone, isRetired);

    public void MoveTo(int position) => Position = position;
}

/// <summary>The dyers' colours, as style sheets name them in small letters: each a palette tested for contrast.</summary>
public enum Tone { Pastel, Garance, Gaude, Reseda, Orseille, Noyer }
