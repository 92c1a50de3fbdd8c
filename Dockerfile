# syntax=docker/dockerfile:1

# Packages and pages are made once, in the image; data is made when it starts, in the volume.
FROM node:22-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
# A throw-away data folder: nothing that is stored belongs in an image.
RUN DATA_DIR=/tmp/data npm run --silent build && rm -rf /tmp/data .next/cache

FROM node:22-slim
WORKDIR /app
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
COPY --from=build --chown=node:node /app /app
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm: signals then reach the server, and it stops at once.
CMD ["node", "scripts/start.mjs"]
