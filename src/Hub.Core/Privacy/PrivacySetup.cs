using Hub.Core.Notifications;
using Hub.Core.Recurring;
using Microsoft.Extensions.DependencyInjection;

namespace Hub.Core.Privacy;

public static class PrivacySetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddPrivacy()
        {
            services.AddOptions<RetentionOptions>().BindConfiguration("Retention").ValidateDataAnnotations().ValidateOnStart();
            return services
                .AddScoped<Anonymiser>().AddScoped<Erasure>().AddScoped<AccountErasure>()
                .AddScoped<PersonalRecords>()
                .AddScoped<TreatmentOffice>()
                .AddScoped<IMailComposer, ErasedMailComposer>()

                // In this order they run: what goes by itself before what goes with its person.
                .AddScoped<IRetentionRule, NeedsRule>()
                .AddScoped<IRetentionRule, MailRule>()
                .AddScoped<IRetentionRule, AuditRule>()
                .AddScoped<IRetentionRule, ParticipantRule>()
                .AddScoped<IRetentionRule, CancelledRule>()
                .AddScoped<IRetentionRule, SpeakerRule>()
                .AddScoped<IRetentionRule, ProposalRule>()
                .AddScoped<IRetentionRule, AccountRule>()
                .AddRecurring<Purge>();
        }
    }
}
