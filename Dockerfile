# The command in a container: docker run --rm -v "$PWD:/work" -u "$(id -u):$(id -g)" portolan check content/sources
FROM node:24-slim AS package
WORKDIR /package
COPY . .
RUN npm ci --no-audit --no-fund && npm pack

FROM node:24-slim
# portolan fix asks Git which documents have changes that no commit holds.
RUN apt-get -qq update && apt-get -qq install -y --no-install-recommends git && rm -rf /var/lib/apt/lists/*
COPY --from=package /package/portolan-*.tgz /tmp/
RUN npm install --global --no-audit --no-fund /tmp/portolan-*.tgz && rm /tmp/portolan-*.tgz
WORKDIR /work
ENTRYPOINT ["portolan"]
CMD ["--help"]
