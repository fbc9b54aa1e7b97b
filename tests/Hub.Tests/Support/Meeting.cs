namespace Hub.Tests.Support;

/// <summary>
/// Where the requests of a burst wait for each other between a look and a write: a door that looks and then writes goes wrong
/// each time, however the machine shares its time out, if the burst really has them all under way at once; else they wait in vain.
/// </summary>
internal sealed class Meeting(int people)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TaskCompletionSource complete = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int arrived;

    /// <exception cref="TimeoutException">The others did not come.</exception>
    public Task ArriveAsync()
    {
        if (Interlocked.Increment(ref arrived) == people)
        {
            complete.SetResult();
        }

        return complete.Task.WaitAsync(Patience);
    }
}
