using System.IO.Compression;
using System.Text;
using Hub.Core.Organisations;
using Hub.Tests.Support;

namespace Hub.Tests.Structure;

/// <summary>What a first visit costs, compressed as published.</summary>
public sealed class WeightTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    [Theory]
    [InlineData("src/Hub.Web/wwwroot/lib/hub.css", 10)]
    [InlineData("src/Hub.Web/wwwroot/js/hub.js", 4)]
    public void A_file_of_every_page_is_light(string file, int kilobytes) =>
        Assert.InRange(Compressed(File.ReadAllBytes(Repository.File(file))), 100, kilobytes * 1024);

    [Theory]
    [InlineData("/")]
    [InlineData("/agenda")]
    [InlineData("/agenda?vue=mois&periode=2027-03")]
    public async Task Fifty_days_make_a_light_page(string address)
    {
        Organisation organisation = An.Organisation();
        await app.SaveAsync([organisation, .. Enumerable.Range(0, 50).Select(_ => An.Edition(organisation))]);

        var html = await app.Visitor().GetStringAsync(address, TestContext.Current.CancellationToken);

        Assert.InRange(Compressed(Encoding.UTF8.GetBytes(html)), 1024, 15 * 1024);
    }

    private static int Compressed(byte[] content)
    {
        var target = new byte[BrotliEncoder.GetMaxCompressedLength(content.Length)];
        Assert.True(BrotliEncoder.TryCompress(content, target, out var written, quality: 11, window: 22));
        return written;
    }
}
