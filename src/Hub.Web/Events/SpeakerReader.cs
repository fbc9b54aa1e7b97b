using Hub.Core.Files;
using Hub.Core.Languages;
using Hub.Core.Programmes;
using Hub.Web.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.Localization;

namespace Hub.Web.Events;

/// <summary>Reads what people say of themselves, and says beside its fields what is wrong with them.</summary>
/// <param name="days">Of the edition.</param>
public sealed class SpeakerReader(ModelStateDictionary errors, IStringLocalizer fields, IStringLocalizer<SpeakerTexts> texts, IReadOnlyList<DateTime> days)
{
    private readonly LineReader lines = new(errors, fields, "Input");

    /// <returns>Null when an error was added.</returns>
    public SpeakerDetails? Read(SpeakerSpaceInput input)
    {
        var function = lines.Line(nameof(input.Function), input.Function, SpeakerInvitation.LineLength, isRequired: false);
        var organisation = lines.Line(nameof(input.Organisation), input.Organisation, SpeakerInvitation.LineLength, isRequired: false);
        var biography = lines.Text(nameof(input.Biography), input.Biography, SpeakerInvitation.BiographyLength);
        var needs = lines.Text(nameof(input.Needs), input.Needs, SpeakerInvitation.NoteLength);
        List<SpeakerWindow> windows = [];
        foreach (var (number, row) in input.Windows.Take(SpeakerInvitation.MaxWindows).Index().Where(w => !w.Item.IsEmpty))
        {
            if (row.Read(days) is { } window)
            {
                windows.Add(window);
            }
            else
            {
                errors.AddModelError($"Input.Windows[{number}].Until", texts["WindowWrong"]);
            }
        }

        return errors.IsValid ? new(function, organisation, biography, needs, windows) : null;
    }

    /// <returns>Null when an error was added.</returns>
    public async Task<byte[]?> ReadPhotoAsync(SpeakerSpaceInput input, CancellationToken ct)
    {
        if (!input.Consent)
        {
            lines.Refuse(nameof(input.Consent), texts["ConsentMissing"]);
        }

        if (input.File is not { Length: > 0 } sent)
        {
            lines.Refuse(nameof(input.File), fields["Missing.File"]);
            return null;
        }

        if (sent.Length > PictureFile.MostBytes)
        {
            lines.Refuse(nameof(input.File), fields["FileTooLarge", Spoken.Number(sent.Length / 1000), Spoken.Number(PictureFile.MostBytes / 1000)]);
            return null;
        }

        await using MemoryStream bytes = new();
        await sent.CopyToAsync(bytes, ct);
        if (PictureFile.Read(bytes.ToArray()) is null)
        {
            lines.Refuse(nameof(input.File), fields["FileWrong"]);
        }

        return errors.IsValid ? bytes.ToArray() : null;
    }
}
