using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

#pragma warning disable CA1814 // Prefer jagged arrays over multidimensional

namespace Hub.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LookAndTerritories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "EnglishAbstract",
                table: "Sessions",
                type: "TEXT",
                maxLength: 2000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishTitle",
                table: "Sessions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Sessions",
                type: "TEXT",
                maxLength: 2000,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Sector",
                table: "Registrations",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TerritoryCode",
                table: "Registrations",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SearchText",
                table: "Organisations",
                type: "TEXT",
                maxLength: 400,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "EnglishDescription",
                table: "Editions",
                type: "TEXT",
                maxLength: 20000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishTagline",
                table: "Editions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EnglishTitle",
                table: "Editions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Palette",
                table: "Editions",
                type: "TEXT",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReplyTo",
                table: "Editions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SenderName",
                table: "Editions",
                type: "TEXT",
                maxLength: 300,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ThemeCode",
                table: "Editions",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "EditionImages",
                columns: table => new
                {
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Alt = table.Column<string>(type: "TEXT", maxLength: 300, nullable: false),
                    EnglishAlt = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    Credit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EditionImages", x => x.EditionId);
                    table.ForeignKey(
                        name: "FK_EditionImages_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "SiteTexts",
                columns: table => new
                {
                    Name = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Language = table.Column<string>(type: "TEXT", maxLength: 16, nullable: false),
                    Text = table.Column<string>(type: "TEXT", maxLength: 40000, nullable: false),
                    RevisedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SiteTexts", x => new { x.Name, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "Themes",
                columns: table => new
                {
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    EnglishName = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Tone = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Position = table.Column<int>(type: "INTEGER", nullable: false),
                    IsRetired = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Themes", x => x.Code);
                });

            migrationBuilder.InsertData(
                table: "Themes",
                columns: new[] { "Code", "EnglishName", "IsRetired", "Name", "Position", "Tone" },
                values: new object[,]
                {
                    { "artificial-intelligence", "AI and public services", false, "IA et services publics", 3, "Gaude" },
                    { "connectivity", "Connected territories", false, "Territoires connectés", 6, "Noyer" },
                    { "cybersecurity", "Cybersecurity", false, "Cybersécurité", 2, "Garance" },
                    { "data", "Data and sovereignty", false, "Données et souveraineté", 1, "Pastel" },
                    { "inclusion", "Digital inclusion", false, "Inclusion numérique", 4, "Orseille" },
                    { "sustainability", "Sustainability and resilience", false, "Sobriété et résilience", 5, "Reseda" }
                });

            // What the enum was called is what the first themes are called.
            migrationBuilder.Sql(
                """
                UPDATE "Editions" SET "ThemeCode" = CASE "Theme"
                    WHEN 'Cybersecurity' THEN 'cybersecurity'
                    WHEN 'ArtificialIntelligence' THEN 'artificial-intelligence'
                    WHEN 'Inclusion' THEN 'inclusion'
                    WHEN 'Sustainability' THEN 'sustainability'
                    WHEN 'Connectivity' THEN 'connectivity'
                    ELSE 'data' END
                """);

            migrationBuilder.DropColumn(
                name: "Theme",
                table: "Editions");

            migrationBuilder.CreateIndex(
                name: "IX_Editions_ThemeCode",
                table: "Editions",
                column: "ThemeCode");

            migrationBuilder.AddForeignKey(
                name: "FK_Editions_Themes_ThemeCode",
                table: "Editions",
                column: "ThemeCode",
                principalTable: "Themes",
                principalColumn: "Code",
                onDelete: ReferentialAction.Restrict);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropForeignKey(
                name: "FK_Editions_Themes_ThemeCode",
                table: "Editions");

            migrationBuilder.DropTable(
                name: "EditionImages");

            migrationBuilder.DropTable(
                name: "SiteTexts");

            migrationBuilder.DropTable(
                name: "Themes");

            migrationBuilder.DropIndex(
                name: "IX_Editions_ThemeCode",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "EnglishAbstract",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "EnglishTitle",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Sessions");

            migrationBuilder.DropColumn(
                name: "Sector",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "TerritoryCode",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "SearchText",
                table: "Organisations");

            migrationBuilder.DropColumn(
                name: "EnglishDescription",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "EnglishTagline",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "EnglishTitle",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "Palette",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "ReplyTo",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "SenderName",
                table: "Editions");

            migrationBuilder.DropColumn(
                name: "ThemeCode",
                table: "Editions");

            migrationBuilder.AddColumn<string>(
                name: "Theme",
                table: "Editions",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");
        }
    }
}
