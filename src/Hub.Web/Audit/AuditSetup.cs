using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Hub.Web.Audit;

public static class AuditSetup
{
    extension(IServiceCollection services)
    {
        public IServiceCollection AddAudit() => services.AddHttpContextAccessor().AddSingleton<IInterceptor, AuditOrigin>();
    }
}
