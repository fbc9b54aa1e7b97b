using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Hub.Web.Shared;

/// <summary>How a property becomes an input: its type, its longest answer, its value as the browser expects it.</summary>
internal static class FieldFormat
{
    public static string InputType(ModelMetadata metadata, Type type) => metadata.DataTypeName switch
    {
        nameof(DataType.EmailAddress) => "email",
        nameof(DataType.Password) => "password",
        nameof(DataType.PhoneNumber) => "tel",
        nameof(DataType.Url) => "url",
        nameof(DataType.Date) => "date",
        nameof(DataType.Time) => "time",
        _ when metadata.ValidatorMetadata.OfType<EmailAddressAttribute>().Any() => "email",
        _ when metadata.ValidatorMetadata.OfType<UrlAttribute>().Any() => "url",
        _ when type == typeof(DateOnly) => "date",
        _ when type == typeof(TimeOnly) => "time",
        _ when type == typeof(DateTime) => "datetime-local",
        _ => "text",
    };

    public static int? MaxLength(ModelMetadata metadata) =>
        metadata.ValidatorMetadata.OfType<StringLengthAttribute>().FirstOrDefault()?.MaximumLength
        ?? metadata.ValidatorMetadata.OfType<MaxLengthAttribute>().FirstOrDefault()?.Length;

    public static string? Value(object? model, string type) => model switch
    {
        null => null,
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment when type == "date" => moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment when type == "time" => moment.ToString("HH:mm", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture),
        Enum choice => choice.ToString(),
        IFormattable number => number.ToString(format: null, CultureInfo.CurrentCulture),
        _ => model.ToString(),
    };
}
