using Hub.Core.Events;
using Hub.Core.Notifications;
using Hub.Core.Registrations;
using Hub.Web.Accounts;
using Hub.Web.Data;

var builder = WebApplication.CreateBuilder(args);

builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddDatabase();
builder.Services.AddAccounts();
builder.Services.AddNotifications(s => Path.Combine(s.DataFolder, "mails"));
builder.Services.AddEvents().AddRegistrations();
builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();

var app = builder.Build();

app.UseAuthentication();
app.UseAuthorization();
app.MapRazorPages();

await app.RunAsync();
