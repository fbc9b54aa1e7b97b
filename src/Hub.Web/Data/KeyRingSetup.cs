using System.Security.Cryptography.X509Certificates;
using Hub.Core.Data;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;

namespace Hub.Web.Data;

public static class KeyRingSetup
{
    extension(IServiceCollection services)
    {
        /// <summary>
        /// The keys that seal cookies, forms and links, in the database. With <c>KeyRing:Certificate</c>, the path of a PKCS #12
        /// file, new keys are stored encrypted: whoever reads the database alone can seal nothing. The newest certificate of the
        /// file encrypts; all of them open.
        /// </summary>
        public void AddKeyRing(IConfiguration configuration)
        {
            var keys = services.AddDataProtection().SetApplicationName("Hub");
            services.AddSingleton<KeyRing>().AddSingleton<IConfigureOptions<KeyManagementOptions>>(s =>
                new ConfigureOptions<KeyManagementOptions>(options => options.XmlRepository = s.GetRequiredService<KeyRing>()));
            if (configuration["KeyRing:Certificate"] is not { Length: > 0 } file)
            {
                return;
            }

            X509Certificate2[] certificates =
            [
                .. X509CertificateLoader.LoadPkcs12CollectionFromFile(file, configuration["KeyRing:Password"])
                    .Where(c => c.HasPrivateKey).OrderByDescending(c => c.NotBefore),
            ];
            if (certificates is [])
            {
                throw new InvalidOperationException($"KeyRing:Certificate is '{file}', which holds no certificate with its private key.");
            }

            keys.ProtectKeysWithCertificate(certificates[0]).UnprotectKeysWithAnyCertificate(certificates);
        }
    }
}
