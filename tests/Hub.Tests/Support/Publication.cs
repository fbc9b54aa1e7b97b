using Hub.Core.Programmes;
using Hub.Core.Registrations;

namespace Hub.Tests.Support;

public static class Publication
{
    /// <summary>Changes the draft of a programme, and shows it to everybody.</summary>
    public static async Task<T> PublishAsync<T>(this HubApp app, Guid editionId, Func<ProgrammeOffice, Task<T>> change)
    {
        var result = await app.AskAsync(change);
        Assert.NotNull(await app.AskAsync<ProgrammePublisher, int?>(publisher => publisher.PublishAsync(editionId, null, null, TestContext.Current.CancellationToken)));
        return result;
    }
}
