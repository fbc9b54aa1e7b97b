using Hub.Core.Programmes;

namespace Hub.Web.Events;

/// <summary>What somebody who speaks types on their page.</summary>
public sealed class SpeakerSpaceInput
{
    public string? Function { get; set; }

    public string? Organisation { get; set; }

    public string? Biography { get; set; }

    public string? Needs { get; set; }

    public string? ProposedTime { get; set; }

    public string? Reason { get; set; }

    /// <summary>Binding fills the list; one that cannot grow would stay empty.</summary>
    public IList<SpeakerWindowInput> Windows { get; } = [];

    public IFormFile? File { get; set; }

    public bool Consent { get; set; }

    /// <summary>With two empty rows for more, as far as there may be more.</summary>
    /// <param name="planned">Their function as the programme has it, for who has not said another.</param>
    public static SpeakerSpaceInput From(SpeakerInvitation invitation, string? planned)
    {
        SpeakerSpaceInput input = new()
        {
            Function = invitation.Function ?? planned,
            Organisation = invitation.Organisation,
            Biography = invitation.Biography,
            Needs = invitation.Needs,
            ProposedTime = invitation.ProposedTime,
        };
        foreach (var row in invitation.Windows.Select(SpeakerWindowInput.Of).Concat([new(), new()]).Take(SpeakerInvitation.MaxWindows))
        {
            input.Windows.Add(row);
        }

        return input;
    }
}
