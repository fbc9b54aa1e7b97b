using System.Text;
using Hub.Core.Files;

namespace Hub.Tests.Files;

public sealed class DocumentFileTests
{
    [Theory]
    [InlineData("Présentation.pdf", "%PDF-1.7", "application/pdf")]
    [InlineData("diapos.ODP", "PK\u0003\u0004", "application/vnd.oasis.opendocument.presentation")]
    [InlineData(@"C:\Bureau\diapos.pptx", "PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.presentationml.presentation")]
    public void A_document_is_what_its_name_and_its_bytes_say(string name, string content, string mediaType)
    {
        var file = DocumentFile.Read(name, Encoding.Latin1.GetBytes(content))!;

        Assert.Equal(mediaType, file.MediaType);
        Assert.Equal(name.Split('\\')[^1], file.FileName);
    }

    [Theory]
    [InlineData("page.html", "<script>")]
    [InlineData("image.svg", "<svg>")]
    [InlineData("macros.pptm", "PK\u0003\u0004")]
    [InlineData("archive.zip", "PK\u0003\u0004")]
    [InlineData("page.pdf", "<html>")]
    [InlineData("page.odp", "%PDF-1.7")]
    [InlineData("diapos.pdf", "PK\u0003\u0004")]
    [InlineData("photo.png", "%PDF-1.7")]
    [InlineData("sans extension", "%PDF-1.7")]
    [InlineData("double.pdf.exe", "%PDF-1.7")]
    [InlineData("", "%PDF-1.7")]
    [InlineData("vide.pdf", "")]
    public void What_says_otherwise_is_none(string name, string content) =>
        Assert.Null(DocumentFile.Read(name, Encoding.Latin1.GetBytes(content)));

    [Fact]
    public void A_name_is_one_line_without_a_path_and_keeps_its_extension()
    {
        Assert.Equal("a.pdf", FileNames.Clean("../../etc/a.pdf", 120));
        Assert.Equal("a b.pdf", FileNames.Clean("a\r\n b\0.pdf", 120));
        Assert.Equal("factureexe.pdf", FileNames.Clean("facture\u202Eexe\u2066.pdf", 120));
        var cut = FileNames.Clean(new string('é', 300) + ".pdf", 120);
        Assert.Equal((120, ".pdf"), (cut.Length, Path.GetExtension(cut)));
    }
}
