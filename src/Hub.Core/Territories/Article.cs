namespace Hub.Core.Territories;

/// <summary>How a name joins a sentence in French: the codes of Insee (TNCC) that régions have.</summary>
public enum Article { None = 0, Elided = 1, Le = 2, La = 3, Les = 4 }

public static class Articles
{
    extension(Article article)
    {
        /// <returns>« de Bretagne », « d’Occitanie », « du Grand Est ».</returns>
        public string Of(string name) => article switch
        {
            Article.Elided => $"d’{name}",
            Article.Le => $"du {name}",
            Article.La => $"de la {name}",
            Article.Les => $"des {name}",
            _ => $"de {name}",
        };
    }
}
