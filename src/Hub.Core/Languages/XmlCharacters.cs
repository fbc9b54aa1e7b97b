using System.Xml;

namespace Hub.Core.Languages;

/// <summary>Text without the characters no XML may hold, and with line feeds alone between its lines.</summary>
public static class XmlCharacters
{
    public static string Only(string text) =>
        string.Concat(text.ReplaceLineEndings("\n").EnumerateRunes().Where(r => r.Value > 0xFFFF || XmlConvert.IsXmlChar((char)r.Value)));
}
