using System.ComponentModel.DataAnnotations;

namespace Hub.Core.Privacy;

/// <summary>Section <c>Retention</c> of the configuration: how long what is kept of people is kept.</summary>
public sealed class RetentionOptions
{
    /// <summary>Of people who came, or were to come: months after the end of their day.</summary>
    [Range(1, 36)]
    public int ParticipantMonths { get; set; } = 12;

    /// <summary>Of people who gave their place back: months after the end of the day.</summary>
    [Range(1, 36)]
    public int CancelledMonths { get; set; } = 3;

    /// <summary>Of what people say of their needs: days after the end of the day. The form promises thirty at the most.</summary>
    [Range(1, 30)]
    public int NeedsDays { get; set; } = 30;

    /// <summary>Of the trace that a mail was promised, months after it left or was dropped.</summary>
    [Range(1, 24)]
    public int MailMonths { get; set; } = 6;

    /// <summary>Of who did what, months.</summary>
    [Range(6, 36)]
    public int AuditMonths { get; set; } = 12;

    /// <summary>Of accounts that organise nothing any more: years after the last sign-in.</summary>
    [Range(1, 5)]
    public int AccountYears { get; set; } = 3;
}
