# Node is needed while building only: fonts, icons and the list of territories come from npm.
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm
WORKDIR /source
COPY . .
RUN dotnet publish src/Hub.Web -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /app .
# The user comes with the image; a volume takes the owner of the folder it covers.
RUN mkdir /data && chown $APP_UID /data
USER $APP_UID
# Urls, not ASPNETCORE_URLS: appsettings.json names an address, and stands above the latter.
ENV Urls=http://0.0.0.0:8080 \
    Hub__DataFolder=/data
EXPOSE 8080
VOLUME /data
ENTRYPOINT ["dotnet", "Hub.Web.dll"]
