namespace Hub.Core.Events;

/// <summary>Who comes on stage one after the other in a session: pitches, candidates before a jury.</summary>
public sealed class RunningOrder
{
    public const int MaxSlots = 100;

    /// <summary>Of a slot, and of the pause after it.</summary>
    public const int LongestMinutes = 240;

    private RunningOrder() { }

    public RunningOrder(Guid editionId, Guid sessionId) => (EditionId, SessionId) = (editionId, sessionId);

    /// <summary>As the draft and the published programme both know it.</summary>
    public Guid SessionId { get; private init; }

    public Guid EditionId { get; private init; }

    /// <summary>How long each slot lasts.</summary>
    public int SlotMinutes { get; private set; } = 8;

    /// <summary>Between the end of a slot and the beginning of the next.</summary>
    public int ChangeoverMinutes { get; private set; } = 2;

    /// <summary>In the order of the stage. The list is replaced, never changed.</summary>
    public IReadOnlyList<Slot> Slots { get; private set; } = [];

    /// <summary>From then on everybody sees it, UTC; null while it stays between the organisers.</summary>
    public DateTime? AnnouncedAt { get; private set; }

    /// <summary>When everybody registered was told of it by mail, once, UTC; null: not yet.</summary>
    public DateTime? MailedAt { get; private set; }

    /// <summary>Goes up with each change.</summary>
    public int Revision { get; private set; }

    /// <summary>Last change, UTC.</summary>
    public DateTime RevisedAt { get; private set; }

    /// <summary>Somebody says who is on stage; until then the plan does.</summary>
    public bool IsSteered => Slots.Any(s => s.State is not SlotState.Waiting);

    /// <summary>What all slots need, without a pause after the last one.</summary>
    public int Minutes => Slots.Count == 0 ? 0 : (Slots.Count * (SlotMinutes + ChangeoverMinutes)) - ChangeoverMinutes;

    public Slot? Find(Guid slotId) => Slots.FirstOrDefault(s => s.Id == slotId);

    /// <summary>When a slot begins after the session does, by the plan.</summary>
    public TimeSpan OffsetOf(int index) => TimeSpan.FromMinutes(index * (SlotMinutes + ChangeoverMinutes));

    /// <summary>Turns that registered people may take themselves; 0: none.</summary>
    public int Bookable { get; private set; }

    /// <param name="turns">From 0 to <see cref="MaxSlots"/>.</param>
    public bool Open(int turns)
    {
        if (turns is < 0 or > MaxSlots)
        {
            return false;
        }

        Bookable = turns;
        return true;
    }

    public bool Pace(int slotMinutes, int changeoverMinutes)
    {
        (SlotMinutes, ChangeoverMinutes) = (slotMinutes, changeoverMinutes);
        return true;
    }

    /// <returns>False when there is no room for one more.</returns>
    public bool Add(string title, string? presenters) => Add(new Slot(Guid.CreateVersion7(), title, presenters));

    /// <inheritdoc cref="Add(string, string?)"/>
    public bool Add(Slot slot) => Slots.Count < MaxSlots && Put([.. Slots, slot]);

    public bool Revise(Guid slotId, string title, string? presenters) => Change(slotId, s => s.By(presenters) with { Title = title });

    public bool Remove(Guid slotId) => Find(slotId) is { } slot && Put([.. Slots.Where(s => s != slot)]);

    /// <param name="position">From 0; beyond the end means the end.</param>
    public bool Move(Guid slotId, int position)
    {
        if (Find(slotId) is not { } slot)
        {
            return false;
        }

        List<Slot> others = [.. Slots.Where(s => s != slot)];
        others.Insert(Math.Clamp(position, 0, others.Count), slot);
        return Put(others);
    }

    /// <summary>Calls somebody on stage; who was there has presented.</summary>
    public bool Start(Guid slotId, DateTime now) =>
        Find(slotId) is { State: SlotState.Waiting } && Put([.. Slots.Select(s => s.Id == slotId ? s with { State = SlotState.OnStage, StartedAt = now }
            : s.State is SlotState.OnStage ? s with { State = SlotState.Presented, EndedAt = now } : s)]);

    public bool Finish(Guid slotId, DateTime now) =>
        Find(slotId) is { State: SlotState.OnStage } && Change(slotId, s => s with { State = SlotState.Presented, EndedAt = now });

    public bool Miss(Guid slotId) =>
        Find(slotId) is { State: SlotState.Waiting or SlotState.OnStage } && Change(slotId, s => s with { State = SlotState.NoShow, StartedAt = null });

    /// <summary>It was a slip, or they have come after all.</summary>
    public bool Reset(Guid slotId) =>
        Find(slotId) is { State: not SlotState.Waiting } && Change(slotId, s => s with { State = SlotState.Waiting, StartedAt = null, EndedAt = null });

    /// <param name="startsAt">Of the session, UTC.</param>
    /// <returns>The turns of those whose time is new or not the one they were told.</returns>
    public IReadOnlyList<Slot> ToTell(DateTime startsAt) =>
        [.. Slots.Index().Where(s => s.Item.Presenters is not null && s.Item.ToldAs != startsAt + OffsetOf(s.Index)).Select(s => s.Item)];

    /// <inheritdoc cref="ToTell"/>
    public void Announce(DateTime startsAt, DateTime now)
    {
        AnnouncedAt ??= now;
        Slots = [.. Slots.Index().Select(s => s.Item with { ToldAs = startsAt + OffsetOf(s.Index) })];
    }

    /// <returns>False before it is announced, and the second time.</returns>
    public bool Mail(DateTime now)
    {
        if (AnnouncedAt is null || MailedAt is not null)
        {
            return false;
        }

        MailedAt = now;
        return true;
    }

    /// <summary>Somebody else comes in somebody's place.</summary>
    /// <param name="line">Name and function.</param>
    /// <returns>Whether anybody of this name was to come.</returns>
    public bool Replace(string name, string line) =>
        Slots.Any(s => s.PresenterNames.Any(p => p.Name == name)) && Put([.. Slots.Select(s => s.Replacing(name, line))]);

    /// <summary>To be called after each change.</summary>
    public void Touch(DateTime now) => (Revision, RevisedAt) = (Revision + 1, now);

    private bool Change(Guid slotId, Func<Slot, Slot> change) =>
        Find(slotId) is not null && Put([.. Slots.Select(s => s.Id == slotId ? change(s) : s)]);

    private bool Put(IReadOnlyList<Slot> slots)
    {
        Slots = slots;
        return true;
    }
}
