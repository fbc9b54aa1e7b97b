using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Web.Accounts;
using Hub.Web.Calendars;
using Hub.Web.Data;
using Hub.Web.Operations;
using Hub.Web.Shared;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase();
builder.Services.AddAccounts();
builder.Services.AddNotifications(s => Path.Combine(s.DataFolder, "mails"));
builder.Services.AddEvents().AddRegistrations();
builder.Services.AddShell();
builder.Services.AddTrustedProxies(builder.Configuration);
builder.Services.AddRateLimits();

await using var app = builder.Build();

app.UseForwardedHeaders();
app.UseShell();
app.UseRateLimiter();
app.UseAuthentication();
app.UseAuthorization();
app.MapShell();
app.MapCalendars();
app.MapHealth();

if (app.Configuration.GetValue<bool>("Database:MigrateAtStart"))
{
    await app.Services.MigrateAsync();
}

await app.RunAsync();
