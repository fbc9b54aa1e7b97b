using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Hub.Core.Data;
using Hub.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Tests.Data;

/// <summary>The keys of the hub, and who can read them in a copy of the database.</summary>
public sealed class KeyRingTests(SqliteHub app) : IClassFixture<SqliteHub>
{
    private const string Words = "ce que le Hub scelle";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task With_a_certificate_the_stored_keys_are_encrypted_and_its_successor_still_opens_them()
    {
        var (first, second) = (Certificate("2025"), Certificate("2026"));
        await using var hub = Hub(first);
        var sealedWords = Protector(hub).Protect(Words);

        var stored = await StoredAsync(hub);
        Assert.Contains("EncryptedData", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", stored, StringComparison.Ordinal);
        await using var renewed = Hub(first, second);
        Assert.Equal(Words, Protector(renewed).Unprotect(sealedWords));
        await using var stranger = Hub(second);
        Assert.Throws<CryptographicException>(() => Protector(stranger).Unprotect(sealedWords));
    }

    [Fact]
    public async Task A_certificate_without_its_private_key_stops_the_start()
    {
        using var whole = Certificate("2025");
        using var half = X509CertificateLoader.LoadCertificate(whole.Export(X509ContentType.Cert));

        await using var hub = Hub(half);

        Assert.Contains("no certificate with its private key", Assert.ThrowsAny<Exception>(() => hub.Services).ToString(), StringComparison.Ordinal);
    }

    private static IDataProtector Protector(WebApplicationFactory<Program> hub) => hub.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("test");

    private static X509Certificate2 Certificate(string year)
    {
        using var key = RSA.Create(2048);
        CertificateRequest request = new($"CN=hub {year}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var begins = new DateTimeOffset(int.Parse(year, System.Globalization.CultureInfo.InvariantCulture), 1, 1, 0, 0, 0, TimeSpan.Zero);
        return request.CreateSelfSigned(begins, begins.AddYears(5));
    }

    private static async Task<string> StoredAsync(WebApplicationFactory<Program> hub)
    {
        await using var scope = hub.Services.CreateAsyncScope();
        return string.Concat(await scope.ServiceProvider.GetRequiredService<HubDbContext>().Set<KeyRingElement>().Select(e => e.Xml).ToListAsync(Token));
    }

    /// <summary>The same database and folder, with these certificates in its file.</summary>
    private WebApplicationFactory<Program> Hub(params X509Certificate2[] certificates)
    {
        var file = Path.Combine(app.Folder, $"{Guid.NewGuid():N}.p12");
        File.WriteAllBytes(file, new X509Certificate2Collection(certificates).Export(X509ContentType.Pkcs12, "secret")!);
        return app.WithWebHostBuilder(host => host.UseSetting("KeyRing:Certificate", file).UseSetting("KeyRing:Password", "secret"));
    }
}
