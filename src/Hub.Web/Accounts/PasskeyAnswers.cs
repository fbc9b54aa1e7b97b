using System.Text.Json;
using Hub.Core.Accounts;
using Microsoft.AspNetCore.Identity;

namespace Hub.Web.Accounts;

internal static class PasskeyAnswers
{
    extension(SignInManager<Account> signIn)
    {
        /// <returns>Null when what came is no answer to a question of ours.</returns>
        public async Task<PasskeyAssertionResult<Account>?> ReadPasskeyAsync(string? credential)
        {
            try
            {
                return string.IsNullOrEmpty(credential) ? null : await signIn.PerformPasskeyAssertionAsync(credential);
            }
            catch (Exception exception) when (exception is InvalidOperationException or JsonException)
            {
                return null;
            }
        }
    }
}
