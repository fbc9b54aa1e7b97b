using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Attachments : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // A column behind the bytes is read through all of them: the new one goes before.
            migrationBuilder.DropIndex(name: "IX_SessionFiles_EditionId_SessionId", table: "SessionFiles");
            migrationBuilder.DropIndex(name: "IX_SessionFiles_SentBy", table: "SessionFiles");
            migrationBuilder.RenameTable(name: "SessionFiles", newName: "SessionFilesBefore");
            migrationBuilder.CreateTable(
                name: "SessionFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EditionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SessionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    SlotId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Words = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    FileName = table.Column<string>(type: "TEXT", maxLength: 120, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    SentBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SessionFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_SessionFiles_Editions_EditionId",
                        column: x => x.EditionId,
                        principalTable: "Editions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
            migrationBuilder.Sql("""
                INSERT INTO SessionFiles (Id, EditionId, SessionId, Words, FileName, MediaType, Size, SentAt, SentBy, Content)
                SELECT Id, EditionId, SessionId, Words, FileName, MediaType, Size, SentAt, SentBy, Content FROM SessionFilesBefore
                """);
            migrationBuilder.DropTable(name: "SessionFilesBefore");
            migrationBuilder.CreateIndex(name: "IX_SessionFiles_EditionId_SessionId", table: "SessionFiles", columns: new[] { "EditionId", "SessionId" });
            migrationBuilder.CreateIndex(name: "IX_SessionFiles_SentBy", table: "SessionFiles", column: "SentBy");

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewsDueAt",
                table: "Contests",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "Attachments",
                columns: table => new
                {
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Size = table.Column<int>(type: "INTEGER", nullable: false),
                    AddedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Content = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Attachments", x => new { x.ApplicationId, x.Hash });
                    table.ForeignKey(
                        name: "FK_Attachments_Applications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "Applications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Attachments");

            migrationBuilder.DropColumn(
                name: "SlotId",
                table: "SessionFiles");

            migrationBuilder.DropColumn(
                name: "ReviewsDueAt",
                table: "Contests");
        }
    }
}
