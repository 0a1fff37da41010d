# АКБ in a container, for Windows and for servers:
#
#   docker build --tag akb .
#   docker run --rm --init --volume akb:/data --volume "$PWD:/files" akb import /files/shipments.xlsx --yes
#   docker run --rm --init --volume akb:/data akb report
#   docker run --rm --init --volume akb:/data akb demo
#
# Everything that is kept lies in the volume /data: your own files' data in /data/data, the demo in /data/data-demo.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
COPY web/package.json web/
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN cd web && npx vite build

FROM node:24-slim
ENV NODE_ENV=production UV_THREADPOOL_SIZE=16 LANG=C.UTF-8
WORKDIR /app
COPY --from=packages /app ./
RUN mkdir --parents /data && chown node:node /data
USER node
WORKDIR /data
VOLUME /data
ENTRYPOINT ["node", "/app/bin/akb.js"]
CMD ["--help"]
