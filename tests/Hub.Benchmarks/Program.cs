using Hub.Benchmarks;

TerritorySearch.Run(Console.Out);
