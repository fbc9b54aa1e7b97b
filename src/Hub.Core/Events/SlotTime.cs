namespace Hub.Core.Events;

/// <summary>A turn on stage, and when.</summary>
/// <param name="Number">From 1.</param>
/// <param name="PlannedAt">UTC.</param>
/// <param name="StartsAt">When it began, or may be expected to, UTC: never before the plan, whatever time others save.</param>
/// <param name="EndsAt">When it ended, or is to, UTC.</param>
/// <param name="IsNow">On stage.</param>
/// <param name="IsOver">They have presented, or will not.</param>
public sealed record SlotTime(Slot Slot, int Number, DateTime PlannedAt, DateTime StartsAt, DateTime EndsAt, bool IsNow, bool IsOver)
{
    /// <summary>How late it is, in whole minutes.</summary>
    public int Delay => (int)(StartsAt - PlannedAt).TotalMinutes;
}

public static class SlotTimes
{
    extension(RunningOrder order)
    {
        /// <param name="startsAt">Of the session, UTC.</param>
        public IReadOnlyList<SlotTime> TimesFrom(DateTime startsAt, DateTime now)
        {
            var (length, pause) = (TimeSpan.FromMinutes(order.SlotMinutes), TimeSpan.FromMinutes(order.ChangeoverMinutes));
            var free = startsAt;
            List<SlotTime> times = [];
            foreach (var (index, slot) in order.Slots.Index())
            {
                var planned = startsAt + order.OffsetOf(index);
                var time = order.IsSteered ? Steered(slot, index, planned, free) : ByPlan(slot, index, planned);
                times.Add(time);
                free = slot.State is SlotState.NoShow ? free : Later(free, Later(time.EndsAt, time.IsNow ? now : time.EndsAt) + pause);
            }

            return times;

            SlotTime ByPlan(Slot slot, int index, DateTime planned) =>
                new(slot, index + 1, planned, planned, planned + length, planned <= now && now < planned + length, planned + length <= now);

            SlotTime Steered(Slot slot, int index, DateTime planned, DateTime free)
            {
                var starts = slot.StartedAt ?? (slot.State is SlotState.Waiting ? Later(Later(planned, free), now) : planned);
                return new(slot, index + 1, planned, starts, slot.EndedAt ?? starts + length, slot.State is SlotState.OnStage, slot.State is SlotState.Presented or SlotState.NoShow);
            }
        }
    }

    private static DateTime Later(DateTime one, DateTime other) => one > other ? one : other;
}
