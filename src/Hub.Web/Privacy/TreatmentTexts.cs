namespace Hub.Web.Privacy;

/// <summary>What the register says until an administrator writes their own: numbers are the periods of <see cref="Hub.Core.Privacy.RetentionOptions"/>, in its order.</summary>
public sealed class TreatmentTexts;
