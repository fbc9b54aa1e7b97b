using System.Security.Cryptography;
using System.Xml;
using System.Xml.Linq;
using Hub.Core.Data;
using Hub.Core.Registrations;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Operations;

/// <summary>Whether links that were mailed can still be read.</summary>
public sealed class KeyRingCheck(HubDbContext db, RegistrationLinks links)
{
    public async Task<Finding> ExamineAsync(CancellationToken ct)
    {
        const string Advice = "restore the table KeyRing from a backup: without its keys, personal links cannot be mailed again";
        try
        {
            var count = (await db.Set<KeyRingElement>().Select(k => k.Xml).ToListAsync(ct)).Select(XElement.Parse).Count();
            var newest = await db.Registrations.AsNoTracking().Known.OrderByDescending(r => r.Id).FirstOrDefaultAsync(ct);
            if (newest is null)
            {
                return new(Severity.Ok, "keys", $"{count} in the ring; no link was made with them yet");
            }

            if (count == 0)
            {
                return new(Severity.Error, "keys", "there is none, and people have links", Advice);
            }

            _ = links.For(newest);
            return new(Severity.Ok, "keys", $"{count} in the ring; the newest personal link can be read");
        }
        catch (Exception exception) when (exception is CryptographicException or XmlException)
        {
            return new(Severity.Error, "keys", $"the newest personal link cannot be read: {exception.Message}", Advice);
        }
    }
}
