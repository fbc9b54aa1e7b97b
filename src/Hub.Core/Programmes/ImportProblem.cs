namespace Hub.Core.Programmes;

/// <summary>Why a file cannot be taken as a programme. One is enough: nothing of the file is taken then.</summary>
/// <param name="Detail">What the words of the kind speak of; empty when they need nothing.</param>
public sealed record ImportProblem(ImportProblemKind Kind, ImportPlace Place, string Detail = "");

/// <summary>Where in the file something stands.</summary>
/// <param name="Line">From 1; null where lines mean nothing.</param>
/// <param name="Talk">Its title, or else its code, its guid or its place in the file; null for the file itself.</param>
public sealed record ImportPlace(int? Line = null, string? Talk = null)
{
    public static readonly ImportPlace File = new();
}

public enum ImportProblemKind
{
    Empty, TooLarge, WrongEncoding, Unreadable, DocumentType, NoSchedule, NoProgramme, ArchiveTooLarge, ArchiveBroken, NewerFormat,
    TooManySessions, TooManyRooms, MissingColumn, RoomNameWrong,
    TalkUnreadable, TitleMissing, TitleTooLong, TextTooLong, PeopleTooLong, ControlCharacters,
    StartMissing, StartWrong, StartRepeated, TooFar, DurationWrong, RoomUnknown, IdTwice, CodeTwice, TurnsWrong,
}
