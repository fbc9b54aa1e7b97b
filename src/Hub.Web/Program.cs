var builder = WebApplication.CreateBuilder(args);

builder.Services.AddRazorPages().WithRazorPagesAtContentRoot();

var app = builder.Build();

app.MapRazorPages();

app.Run();
