using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Hub.Web.Shared;

/// <summary>Gives a rule without words of its own a key of SharedTexts, since the framework's words are English only.</summary>
public sealed class ErrorWords : IValidationMetadataProvider
{
    /// <summary>These rules show their default words as if they had been given.</summary>
    private static readonly string?[] FrameworkWords = [new EmailAddressAttribute().ErrorMessage, new UrlAttribute().ErrorMessage];

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessageResourceName is null && (rule.ErrorMessage is null || FrameworkWords.Contains(rule.ErrorMessage)))
            {
                rule.ErrorMessage = KeyOf(rule);
            }
        }
    }

    private static string KeyOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "ErrorRequired",
        EmailAddressAttribute => "ErrorEmail",
        StringLengthAttribute { MinimumLength: > 0 } => "ErrorLength",
        StringLengthAttribute or MaxLengthAttribute => "ErrorTooLong",
        MinLengthAttribute => "ErrorTooShort",
        RangeAttribute => "ErrorRange",
        UrlAttribute => "ErrorUrl",
        CompareAttribute => "ErrorCompare",
        _ => "ErrorInvalid",
    };
}
