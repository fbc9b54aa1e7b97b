using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Hub.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class AddOffers : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "OfferedUntil",
                table: "Registrations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "WantsReminder",
                table: "Registrations",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateIndex(
                name: "IX_Registrations_State_OfferedUntil",
                table: "Registrations",
                columns: new[] { "State", "OfferedUntil" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Registrations_State_OfferedUntil",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "OfferedUntil",
                table: "Registrations");

            migrationBuilder.DropColumn(
                name: "WantsReminder",
                table: "Registrations");
        }
    }
}
