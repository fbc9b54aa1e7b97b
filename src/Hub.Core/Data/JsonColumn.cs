using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Hub.Core.Data;

public static class JsonColumn
{
    extension<T>(PropertyBuilder<T> property) where T : class
    {
        /// <summary>Kept as JSON text. The value is replaced, never changed: another object is another value.</summary>
        public PropertyBuilder<T> HasJson() => property.HasConversion(
            new ValueConverter<T, string>(
                value => JsonSerializer.Serialize(value, JsonSerializerOptions.Default),
                stored => JsonSerializer.Deserialize<T>(stored, JsonSerializerOptions.Default)!),
            new ValueComparer<T>((one, other) => ReferenceEquals(one, other), value => RuntimeHelpers.GetHashCode(value), value => value));
    }
}
