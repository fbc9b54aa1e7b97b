namespace Hub.Web.Operations;

/// <summary>An operator asked for what cannot be done; the message says why and what to do.</summary>
public sealed class RefusedException(string message) : Exception(message)
{
    public static void When(bool condition, string message)
    {
        if (condition)
        {
            throw new RefusedException(message);
        }
    }
}
