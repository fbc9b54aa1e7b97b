using Hub.Core.Notifications;

namespace Hub.Tests.Notifications;

public sealed class MailFolderTests
{
    [Fact]
    public async Task A_folder_that_cannot_be_written_is_held_against_no_mail()
    {
        var file = Path.GetTempFileName();
        MailFolder folder = new(Path.Combine(file, "mails"));

        var down = await Assert.ThrowsAsync<TransportDownException>(() =>
            folder.DeliverAsync(new(Guid.NewGuid(), "hub@exemple.test", "ada@exemple.test", []), TestContext.Current.CancellationToken));

        Assert.True(down.NeedsOperator);
        File.Delete(file);
    }
}
