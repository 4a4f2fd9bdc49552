'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'books',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          isbn: {
            type: DataTypes.STRING(13),
            allowNull: false,
          },
          title: {
            type: DataTypes.STRING(250),
            allowNull: false,
          },
          summary: {
            type: DataTypes.TEXT,
            allowNull: true,
          },
          published_on: {
            type: DataTypes.DATEONLY,
            allowNull: true,
          },
          pages: {
            type: DataTypes.INTEGER,
            allowNull: true,
          },
          language: {
            type: DataTypes.STRING(2),
            allowNull: false,
            defaultValue: 'en',
          },
          genre_id: {
            type: DataTypes.INTEGER,
            allowNull: false,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.addIndex('books', ['isbn'], {
        name: 'books_isbn_key',
        unique: true,
        transaction,
      });
      await queryInterface.addIndex('books', ['title'], {
        name: 'books_title_idx',
        transaction,
      });
      await queryInterface.addIndex('books', ['published_on'], {
        name: 'books_published_on_idx',
        transaction,
      });
      await queryInterface.addIndex('books', ['language'], {
        name: 'books_language_idx',
        transaction,
      });
      await queryInterface.addIndex('books', ['genre_id'], {
        name: 'books_genre_id_idx',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('books');
  },
};
