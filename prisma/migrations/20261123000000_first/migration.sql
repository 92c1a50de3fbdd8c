-- CreateTable
CREATE TABLE "Show" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Episode" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "showId" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "date" TEXT,
    "language" TEXT NOT NULL,
    "mediaUrl" TEXT,
    "durationMs" INTEGER NOT NULL,
    "timing" TEXT NOT NULL,
    "publisherSummary" TEXT,
    "source" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "sourceHash" TEXT NOT NULL,
    "wordCount" INTEGER NOT NULL,
    "warnings" JSONB NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" DATETIME NOT NULL,
    CONSTRAINT "Episode_showId_fkey" FOREIGN KEY ("showId") REFERENCES "Show" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Speaker" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "Appearance" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "speakerId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "role" TEXT,
    "inferred" BOOLEAN NOT NULL,
    "turnCount" INTEGER NOT NULL,
    "wordCount" INTEGER NOT NULL,
    CONSTRAINT "Appearance_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Appearance_speakerId_fkey" FOREIGN KEY ("speakerId") REFERENCES "Speaker" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Turn" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "anchor" TEXT NOT NULL,
    "appearanceId" INTEGER,
    "text" TEXT NOT NULL,
    "startMs" INTEGER NOT NULL,
    "endMs" INTEGER NOT NULL,
    "timing" TEXT NOT NULL,
    CONSTRAINT "Turn_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Turn_appearanceId_fkey" FOREIGN KEY ("appearanceId") REFERENCES "Appearance" ("id") ON DELETE SET NULL ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Section" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "firstTurn" INTEGER NOT NULL,
    "lastTurn" INTEGER NOT NULL,
    "startMs" INTEGER NOT NULL,
    "endMs" INTEGER NOT NULL,
    CONSTRAINT "Section_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SummaryPoint" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "turns" JSONB NOT NULL,
    CONSTRAINT "SummaryPoint_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "Quote" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "slug" TEXT NOT NULL,
    "episodeId" INTEGER NOT NULL,
    "turnId" INTEGER NOT NULL,
    "position" INTEGER NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    CONSTRAINT "Quote_episodeId_fkey" FOREIGN KEY ("episodeId") REFERENCES "Episode" ("id") ON DELETE CASCADE ON UPDATE CASCADE,
    CONSTRAINT "Quote_turnId_fkey" FOREIGN KEY ("turnId") REFERENCES "Turn" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "OutboxEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "episodeId" INTEGER NOT NULL,
    "createdAt" DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP
);

-- CreateTable
CREATE TABLE "EngineCursor" (
    "engine" TEXT NOT NULL PRIMARY KEY,
    "seq" INTEGER NOT NULL
);

-- CreateIndex
CREATE UNIQUE INDEX "Show_slug_key" ON "Show"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Episode_slug_key" ON "Episode"("slug");

-- CreateIndex
CREATE INDEX "Episode_showId_idx" ON "Episode"("showId");

-- CreateIndex
CREATE INDEX "Episode_sourceHash_idx" ON "Episode"("sourceHash");

-- CreateIndex
CREATE INDEX "Episode_date_idx" ON "Episode"("date");

-- CreateIndex
CREATE UNIQUE INDEX "Speaker_slug_key" ON "Speaker"("slug");

-- CreateIndex
CREATE INDEX "Appearance_speakerId_idx" ON "Appearance"("speakerId");

-- CreateIndex
CREATE UNIQUE INDEX "Appearance_episodeId_position_key" ON "Appearance"("episodeId", "position");

-- CreateIndex
CREATE INDEX "Turn_appearanceId_idx" ON "Turn"("appearanceId");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_episodeId_position_key" ON "Turn"("episodeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Turn_episodeId_anchor_key" ON "Turn"("episodeId", "anchor");

-- CreateIndex
CREATE UNIQUE INDEX "Section_episodeId_position_key" ON "Section"("episodeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Section_episodeId_slug_key" ON "Section"("episodeId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "SummaryPoint_episodeId_position_key" ON "SummaryPoint"("episodeId", "position");

-- CreateIndex
CREATE UNIQUE INDEX "Quote_slug_key" ON "Quote"("slug");

-- CreateIndex
CREATE INDEX "Quote_turnId_idx" ON "Quote"("turnId");

-- CreateIndex
CREATE UNIQUE INDEX "Quote_episodeId_position_key" ON "Quote"("episodeId", "position");
