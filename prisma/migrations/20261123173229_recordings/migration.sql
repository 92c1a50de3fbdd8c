-- AlterTable
ALTER TABLE "Episode" ADD COLUMN "mediaFile" TEXT;
ALTER TABLE "Episode" ADD COLUMN "mediaType" TEXT;
