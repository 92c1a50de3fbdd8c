-- AlterTable
ALTER TABLE "Appearance" ADD COLUMN "statedName" TEXT;
ALTER TABLE "Appearance" ADD COLUMN "unnamed" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Speaker" ADD COLUMN "spellings" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "PeopleRule" (
    "id" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "show" TEXT,
    "episode" TEXT,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "other" TEXT NOT NULL
);

-- CreateTable
CREATE TABLE "RetiredSpeaker" (
    "slug" TEXT NOT NULL PRIMARY KEY,
    "target" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "Appearance_statedName_idx" ON "Appearance"("statedName");
