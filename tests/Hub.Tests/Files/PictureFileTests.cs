using Hub.Core.Files;

namespace Hub.Tests.Files;

public sealed class PictureFileTests
{
    [Fact]
    public void A_png_says_its_size() =>
        Assert.Equal(new("image/png", 640, 480), PictureFile.Read([0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 2, 0x80, 0, 0, 1, 0xE0]));

    [Fact]
    public void A_jpeg_says_its_size_behind_other_segments() =>
        Assert.Equal(new("image/jpeg", 640, 480), PictureFile.Read([0xFF, 0xD8, 0xFF, 0xE1, 0, 6, 1, 2, 3, 4, 0xFF, 0xFF, 0xC2, 0, 17, 8, 1, 0xE0, 2, 0x80, 3, 0, 0]));

    [Fact]
    public void The_three_kinds_of_webp_say_their_size()
    {
        Assert.Equal(new("image/webp", 640, 480), PictureFile.Read([.. WebP("VP8 "u8), 0, 0, 0, 0, 0, 0, 0x9D, 0x01, 0x2A, 0, 0x80, 2, 0xE0, 1]));
        Assert.Equal(new("image/webp", 640, 480), PictureFile.Read([.. WebP("VP8L"u8), 0, 0, 0, 0, 0x2F, 0x7F, 0xC2, 0x77, 0, 0, 0, 0, 0, 0]));
        Assert.Equal(new("image/webp", 640, 480), PictureFile.Read([.. WebP("VP8X"u8), 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]));
    }

    public static TheoryData<byte[]> Others => new(
        [],
        "GIF89a"u8.ToArray(),
        "<svg xmlns=\"http://www.w3.org/2000/svg\"/>"u8.ToArray(),
        [0xFF, 0xD8, 0xFF],
        [0xFF, 0xD8, 0xFF, 0xE1, 0, 0, 0, 0, 0, 0, 0, 0],
        [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0, 0, 0, 0, 0, 0, 1, 0xE0],
        [0x89, .. "PNG"u8, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0, 0, 1, 0xE0],
        [.. WebP("ABCD"u8), 10, 0, 0, 0, 0, 0, 0, 0, 0x7F, 2, 0, 0xDF, 1, 0]);

    [Theory, MemberData(nameof(Others))]
    public void Everything_else_is_refused(byte[] file) => Assert.Null(PictureFile.Read(file));

    private static byte[] WebP(ReadOnlySpan<byte> kind) => [.. "RIFF"u8, 0, 0, 0, 0, .. "WEBP"u8, .. kind];
}
