using Hub.Core.Events;

namespace Hub.Core.Votes;

public static class Electables
{
    extension(RunningOrder order)
    {
        /// <summary>The turns to choose among: whoever does not come is not one of them.</summary>
        public IEnumerable<Slot> Electable => order.Slots.Where(s => s.State is not SlotState.NoShow);
    }
}
