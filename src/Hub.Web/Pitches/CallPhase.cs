using Hub.Core.Evaluations;
using Hub.Core.Pitches;

namespace Hub.Web.Pitches;

/// <summary>How a call stands for whoever reads it now.</summary>
public enum CallPhase { Draft, Cancelled, Announced, Open, Closed }

public static class CallPhases
{
    extension(CallForPitches call)
    {
        public CallPhase PhaseAt(Contest contest, DateTime now) => call.State switch
        {
            CallState.Draft => CallPhase.Draft,
            CallState.Cancelled => CallPhase.Cancelled,
            _ => !contest.HasOpened(now) ? CallPhase.Announced : contest.IsOpen(now) ? CallPhase.Open : CallPhase.Closed,
        };
    }
}
