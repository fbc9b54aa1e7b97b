using Hub.Core.Data;
using Hub.Core.Notifications;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Hub.Web.Operations;

/// <summary>Looks at what an operator can get wrong and what a machine can break.</summary>
public static class Doctor
{
    /// <param name="services">Those of one scope.</param>
    /// <param name="dataFolder">Path that <c>Hub:DataFolder</c> names, not touched yet.</param>
    public static async IAsyncEnumerable<Finding> ExamineAsync(
        IServiceProvider services, string dataFolder, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct = default)
    {
        var configuration = services.GetRequiredService<IConfiguration>();
        var production = !services.GetRequiredService<IHostEnvironment>().IsDevelopment();
        foreach (var finding in ConfigurationCheck.Examine(configuration, production).Concat(DataFolderCheck.Examine(dataFolder)))
        {
            yield return finding;
        }

        if (Invalid(services) is { } invalid)
        {
            yield return invalid;
            yield break; // the rest cannot even be built
        }

        DatabaseCheck database = new(services.GetRequiredService<HubDbContext>());
        var reached = await database.ExamineAsync(ct);
        yield return reached;
        if (reached.Severity is Severity.Error)
        {
            yield break;
        }

        foreach (var invariant in services.GetServices<IInvariant>())
        {
            yield return await DatabaseCheck.ExamineAsync(invariant, ct);
        }

        yield return await ActivatorUtilities.CreateInstance<KeyRingCheck>(services).ExamineAsync(ct);
        var mail = ActivatorUtilities.CreateInstance<MailCheck>(services);
        yield return await mail.ExamineDeliveryAsync(ct);
        yield return await mail.ExamineWaitingAsync(ct);
        yield return await ActivatorUtilities.CreateInstance<ClockCheck>(services).ExamineAsync(dataFolder, ct);
    }

    private static Finding? Invalid(IServiceProvider services)
    {
        try
        {
            _ = services.GetRequiredService<IOptions<HubOptions>>().Value;
            _ = services.GetRequiredService<IOptions<MailOptions>>().Value;
            _ = services.GetRequiredService<HubDbContext>();
            return null;
        }
        catch (Exception exception) when (exception is OptionsValidationException or InvalidOperationException or ArgumentException)
        {
            return new(Severity.Error, "settings", exception.Message, "correct the setting; nothing else was looked at");
        }
    }
}
