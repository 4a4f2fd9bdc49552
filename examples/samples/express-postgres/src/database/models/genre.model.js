'use strict';

const { Model } = require('sequelize');

/**
 * A shelf mark. Genres form a tree.
 *
 * @param {import('sequelize').Sequelize} sequelize
 * @param {typeof import('sequelize').DataTypes} DataTypes
 */
module.exports = (sequelize, DataTypes) => {
  class Genre extends Model {
    /** @param {Record<string, import('sequelize').ModelStatic<Model>>} models */
    static associate(models) {
      Genre.belongsTo(models.Genre, {
        as: 'parent',
        foreignKey: 'parent_id',
        onDelete: 'RESTRICT',
      });
      Genre.hasMany(models.Genre, {
        as: 'subgenres',
        foreignKey: 'parent_id',
        onDelete: 'RESTRICT',
      });
      Genre.hasMany(models.Book, {
        as: 'books',
        foreignKey: 'genre_id',
        onDelete: 'RESTRICT',
      });
    }

    /** The row as answers show it. */
    toJSON() {
      const row = this.get();
      return {
        id: row.id,
        name: row.name,
        parent_id: row.parent_id,
      };
    }
  }

  Genre.init(
    {
      id: { type: DataTypes.INTEGER, primaryKey: true, autoIncrement: true },
      // Name on the shelf.
      name: {
        type: DataTypes.STRING(80),
        allowNull: false,
      },
      // The wider genre; none at the top of the tree.
      parent_id: {
        type: DataTypes.INTEGER,
        allowNull: true,
      },
    },
    {
      sequelize,
      modelName: 'Genre',
      tableName: 'genres',
      timestamps: false,
      indexes: [
        {
          name: 'genres_name_key',
          fields: ['name'],
          unique: true,
        },
        {
          name: 'genres_parent_id_idx',
          fields: ['parent_id'],
        },
      ],
    },
  );

  return Genre;
};
