using Hub.Core.Data;
using Hub.Core.Evaluations;
using Hub.Core.Files;
using Hub.Core.Notifications;
using Hub.Core.Pitches;
using Microsoft.EntityFrameworkCore;

namespace Hub.Web.Demo;

/// <summary>A call for pitches that is open, what has come to it so far, and somebody who will judge it.</summary>
public sealed class DemoCall(HubDbContext db, CallOffice office, PitchDesk desk, ApplicationDesk applications, AttachmentDesk attachments, Committee committee, TimeProvider clock)
{
    private static readonly ApplicationForm Form = new(
    [
        new("title", FieldKind.Line, "Titre", 90) { EnglishLabel = "Title" },
        new("summary", FieldKind.Text, "En une phrase", 240) { EnglishLabel = "In one sentence" },
        new("reuse", FieldKind.Text, "Ce qu’un autre territoire peut en reprendre", 1000) { EnglishLabel = "What another territory can reuse" },
        new("files", FieldKind.Files, "Plaquette ou visuel", 2, IsRequired: false) { EnglishLabel = "Leaflet or picture" },
    ]);

    private static readonly ScoringGrid Grid = new(
        [
            new("use", "Utilité pour les territoires", 3) { EnglishName = "Use for territories", Anchors = [new(0, "rien ne le montre"), new(5, "un besoin partagé, des usages constatés")] },
            new("clarity", "Clarté", 1) { EnglishName = "Clarity", Anchors = [new(0, "on ne comprend pas"), new(5, "on comprend en une minute")] },
        ],
        Minimum: 0, Maximum: 5, Step: 0.5m);

    private static readonly (string Organisation, string Name, string Email, string Title, string Summary, string Reuse)[] Proposals =
    [
        ("Communauté de communes du Val fleuri", "Anne Exemple", "anne@val-fleuri.example", "Un atlas de nos sols",
            "Une carte que les agriculteurs complètent eux-mêmes, parcelle par parcelle.", "Le modèle de données et l’animation : trois réunions suffisent pour commencer."),
        ("Ville de Sablier", "Paul Exemple", "paul@sablier.example", "La file d’attente qui s’efface",
            "Les habitants voient de chez eux combien de temps ils attendront au guichet.", "Le logiciel est libre ; il faut une tablette par guichet."),
    ];

    public async Task OpenAsync(Guid editionId, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        CallFacts facts = new("Quatre minutes pour convaincre", "Europe/Paris")
        {
            EnglishTitle = "Four minutes to convince",
            Introduction = "Vous avez un projet qui marche ? Montrez-le en **quatre minutes**, suivies de deux minutes de questions.",
            EnglishIntroduction = "You have a project that works? Show it in **four minutes**, then answer questions for two.",
            Eligibility = "Toute collectivité, seule ou avec ses partenaires.",
            EnglishEligibility = "Any local authority, alone or with its partners.",
        };
        var call = (await office.CreateAsync(editionId, facts, new(now.AddDays(-2), now.Date.AddDays(10).AddHours(10), Form, Grid, MostPerOrganisation: 2), null, ct))!;
        await office.PublishAsync(call.Id, null, ct);
        foreach (var (organisation, name, email, title, summary, reuse) in Proposals)
        {
            var normalized = MailAddresses.Normalize(email);
            await desk.BeginAsync(call.Id, organisation, name, email, "fr", ct);
            var author = await db.Authors.AsNoTracking().SingleAsync(a => a.NormalizedEmail == normalized, ct);
            await applications.SaveAsync(author.ApplicationId, "title", title, 0, ct);
            await applications.SaveAsync(author.ApplicationId, "summary", summary, 0, ct);
            await applications.SaveAsync(author.ApplicationId, "reuse", reuse, 0, ct);
            await attachments.AttachAsync(author.ApplicationId, "files", Leaflet(title), now, ct);
            await desk.SubmitAsync(author, now, ct);
        }

        await committee.InviteAsync(call.Id, "Jeanne Exemple", "Région des Grands Lacs", "jeanne@grands-lacs.example", "fr", null, ct);
    }

    /// <summary>One blank page that any reader opens, with a title.</summary>
    private static DocumentFile Leaflet(string title) => DocumentFile.Read("plaquette.pdf", System.Text.Encoding.Latin1.GetBytes(
        $"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        + $"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\n4 0 obj<</Title({title.Replace('’', '\'')})>>endobj\ntrailer<</Root 1 0 R/Info 4 0 R>>\n%%EOF\n"))!;
}
