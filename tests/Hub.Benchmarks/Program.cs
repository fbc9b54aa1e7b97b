using Hub.Benchmarks;

TerritorySearch.Run(Console.Out);
await ProgrammeSpeed.RunAsync(Console.Out);
