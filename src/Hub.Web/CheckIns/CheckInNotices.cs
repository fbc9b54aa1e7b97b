using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Hub.Web.CheckIns;

/// <summary>Carries what became of an act to the page that follows it.</summary>
internal static class CheckInNotices
{
    private const string Kind = "CheckInKind";
    private const string Words = "CheckInWords";

    public static void Leave(ITempDataDictionary carried, CheckInNotice? notice)
    {
        if (notice is not null)
        {
            (carried[Kind], carried[Words]) = (notice.Kind, notice.Words);
        }
    }

    public static CheckInNotice? Take(ITempDataDictionary carried) =>
        carried[Words] is string words && carried[Kind] is string kind ? new(kind, words) : null;
}
