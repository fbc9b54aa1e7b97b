namespace Hub.Web.Gallery;

/// <summary>Words of the sample page; see the .resx files beside it.</summary>
public sealed class GalleryTexts;
