using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;

namespace Hub.Web.Shared;

/// <summary>The words for an answer that does not fit its type, in the reader's language.</summary>
public sealed class BindingWords(IStringLocalizer<SharedTexts> texts) : IConfigureOptions<MvcOptions>
{
    public void Configure(MvcOptions options)
    {
        var messages = options.ModelBindingMessageProvider;
        messages.SetMissingBindRequiredValueAccessor(_ => texts["ErrorRequired"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["ErrorRequired"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["ErrorRequired"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["ErrorRequired"]);
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => texts["ErrorInvalid"]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => texts["ErrorInvalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["ErrorInvalid"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["ErrorInvalid"]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["ErrorInvalid"]);
        messages.SetValueIsInvalidAccessor(_ => texts["ErrorInvalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["ErrorInvalid"]);
    }
}
