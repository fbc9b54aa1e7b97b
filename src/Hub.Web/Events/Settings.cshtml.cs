using Hub.Core.Data;
using Hub.Core.Events;
using Hub.Core.Files;
using Hub.Core.Languages;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>How a day looks, and who signs its mails.</summary>
public sealed class SettingsModel(HubDbContext db, EditionOffice office, EditionPictures pictures, IStringLocalizer<EventTexts> texts) : ManagedEditionPage(db)
{
    [BindProperty]
    public SettingsInput Input { get; set; } = new();

    [BindProperty]
    public PictureInput Picture { get; set; } = new();

    /// <summary>The version this form began with.</summary>
    [BindProperty]
    public int Version { get; set; }

    /// <summary>A colleague saved while this form was open.</summary>
    public bool IsStale { get; private set; }

    public EditionImage? Image { get; private set; }

    public async Task OnGetAsync()
    {
        (Input, Version) = (new() { SenderName = Edition.SenderName, ReplyTo = Edition.ReplyTo, Palette = Edition.Palette }, Edition.Version);
        Image = await ImageAsync();
        Picture = PictureInput.From(Image);
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Image = await ImageAsync();
        var settings = ReadSettings();
        var (file, words) = Picture.Says(Image) ? (await ReadFileAsync(), ReadWords()) : default;
        if (ModelState.IsValid)
        {
            if (await office.ArrangeAsync(Edition.Id, Version, settings, User.AccountId, Aborted) is EditionOutcome.Done)
            {
                await (words is null ? pictures.RemoveAsync(Edition.Id, User.AccountId, Aborted) : pictures.SetAsync(Edition.Id, file, words, User.AccountId, Aborted));
                TempData["Notice"] = texts["Saved"].Value;
                return RedirectToPage(new { id = Edition.Id });
            }

            IsStale = true;
            Version = await Db.Editions.Where(e => e.Id == Edition.Id).Select(e => e.Version).SingleAsync(Aborted);
            ModelState.Remove(nameof(Version));
        }

        return Page();
    }

    private EditionSettings ReadSettings()
    {
        LineReader lines = new(ModelState, texts, nameof(Input));
        var senderName = lines.Line(nameof(Input.SenderName), Input.SenderName, EditionFacts.LineLength, isRequired: false);
        var replyTo = string.IsNullOrWhiteSpace(Input.ReplyTo) ? null : lines.Address(nameof(Input.ReplyTo), Input.ReplyTo, EditionFacts.LineLength);
        return new(senderName, replyTo, Input.Palette is { } tone && Enum.IsDefined(tone) ? tone : null);
    }

    private PictureWords? ReadWords()
    {
        LineReader lines = new(ModelState, texts, nameof(Picture));
        var alt = lines.Line(nameof(Picture.Alt), Picture.Alt, EditionImage.AltLength, isRequired: true);
        var englishAlt = lines.Line(nameof(Picture.EnglishAlt), Picture.EnglishAlt, EditionImage.AltLength, isRequired: false);
        var credit = lines.Line(nameof(Picture.Credit), Picture.Credit, EditionImage.CreditLength, isRequired: true);
        return ModelState.IsValid ? new(alt!, englishAlt, credit!) : null;
    }

    /// <returns>Null when the picture stays, or when an error was added.</returns>
    private async Task<byte[]?> ReadFileAsync()
    {
        if (Picture.File is not { Length: > 0 } sent)
        {
            return Image is null ? Refuse(texts["Missing.File"]) : null;
        }

        if (sent.Length > PictureFile.MostBytes)
        {
            return Refuse(texts["FileTooLarge", Spoken.Number(sent.Length / 1000), Spoken.Number(PictureFile.MostBytes / 1000)]);
        }

        await using MemoryStream bytes = new();
        await sent.CopyToAsync(bytes, Aborted);
        return PictureFile.Read(bytes.ToArray()) is null ? Refuse(texts["FileWrong"]) : bytes.ToArray();
    }

    private byte[]? Refuse(string message)
    {
        ModelState.AddModelError($"{nameof(Picture)}.{nameof(Picture.File)}", message);
        return null;
    }

    private Task<EditionImage?> ImageAsync() => Db.EditionImages.AsNoTracking().SingleOrDefaultAsync(i => i.EditionId == Edition.Id, Aborted);
}
